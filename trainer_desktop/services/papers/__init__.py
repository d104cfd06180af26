"""The papers: each gathers its facts and hands them to the documents."""
