"""The words of mentoring as frozen values and pure rules; standard library only."""
