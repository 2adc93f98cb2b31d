"""Numbers as words, in English and in Spanish."""

NUMBERS = {
    word: number
    for number, words in {
        0: "zero cero", 1: "one uno", 2: "two dos", 3: "three tres", 4: "four cuatro", 5: "five fives cinco",
        6: "six seis", 7: "seven siete", 8: "eight ocho", 9: "nine nueve", 10: "ten tens diez", 12: "twelve doce",
        15: "fifteen quince", 18: "eighteen dieciocho", 20: "twenty twenties veinte", 25: "veinticinco",
        30: "thirty treinta", 40: "forty forties cuarenta", 50: "fifty fifties cincuenta", 60: "sixty sesenta",
        70: "seventy setenta", 75: "setentaicinco", 80: "eighty ochenta", 90: "ninety noventa", 100: "hundred cien",
        200: "doscientos", 300: "trescientos", 400: "cuatrocientos", 500: "quinientos", 800: "ochocientos",
        1000: "thousand mil",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What a word counts; `five` and `fives` are both said of pills of 5 mg."""
