"""The rules of mapping, posting and transfer: values in, values out."""
