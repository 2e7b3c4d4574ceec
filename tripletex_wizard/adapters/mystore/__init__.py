"""The Mystore REST API v2, as the port `Webshop` wants it (mystore-api.md)."""
