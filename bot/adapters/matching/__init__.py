"""The scale engine of matching, numpy and OR-tools behind the port: loaded only where installed and asked for."""
