"""The web page: a local application for people who never open a terminal, over the same facade as the command line.

Server-rendered, in three languages, and whole without JavaScript. How to add a page: docs/web.md.
"""
