"""`python -m newsclean` is the command line."""

from newsclean.cli import main

if __name__ == "__main__":
    main()
