# Writes OUT, a string of C++, from the text file IN.
file(READ ${IN} text)
file(WRITE ${OUT} "R\"~~~~(${text})~~~~\"")
