"""Built-in Mystore and Tripletex as real HTTP servers on loopback, true to the recorded facts.

Imports nothing of the rest of the program, so that client and server cannot share a
misunderstanding.
"""
