"""The window."""

from app.first_calls import make_first_calls
from app.lasting_singletons import make_singletons_last

make_singletons_last()  # before anything of Qt runs, in the program as in the tests
make_first_calls()  # before there is a thread
