"""All the SQL of a case: connections, footage, embeddings and the casebook."""
