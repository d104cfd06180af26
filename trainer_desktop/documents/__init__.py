"""What somebody holds in their hand: values in, bytes of a PDF out."""
