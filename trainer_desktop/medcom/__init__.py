"""Messages between a centre and a GP, after MedCom's standards: written, checked and read. No database, no clock."""
