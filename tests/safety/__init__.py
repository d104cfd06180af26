"""What must never be lost, and who may: keys, users, rights, backups."""
