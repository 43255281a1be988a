"""The window."""

from app.lasting_singletons import make_singletons_last

make_singletons_last()  # before anything of Qt runs, in the program as in the tests
