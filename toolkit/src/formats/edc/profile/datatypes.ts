// When a text is a value of its XSD datatype (XML Schema 1.1 part 2), as the EDC profiles use them.

const year = '-?(?:[1-9]\\d{3,}|0\\d{3})'
const time =
  '(?:\\d+H(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?|\\d+M(?:\\d+(?:\\.\\d+)?S)?|\\d+(?:\\.\\d+)?S)'
const dayTime = `(?:\\d+D(?:T${time})?|T${time})`
const yearMonth = '(?:\\d+Y(?:\\d+M)?|\\d+M)'

const forms: Readonly<Record<string, RegExp>> = {
  dateTime: new RegExp(
    `^${year}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[+-]\\d{2}:\\d{2}|Z)?$`,
  ),
  // No weeks: P6W is ISO 8601 but not xsd:duration.
  duration: new RegExp(`^-?P(?:${yearMonth}${dayTime}?|${dayTime})$`),
  integer: /^[+-]?\d+$/,
  positiveInteger: /^\+?0*[1-9]\d*$/,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
  boolean: /^(?:true|false|0|1)$/,
  // oxlint-disable-next-line no-control-regex
  anyURI: /^[^\ufffe\uffff]*$/,
}

/** Whether the text is in the lexical space; datatypes without a form here take any text. */
export function fitsDatatype(type: string, text: string): boolean {
  return forms[type]?.test(text) ?? true
}

const names: Readonly<Record<string, string>> = {
  dateTime: 'a date with a time, such as 2027-03-01T09:00:00Z',
  duration: 'a duration without weeks, such as PT75H',
  integer: 'a whole number',
  positiveInteger: 'a whole number above zero',
  decimal: 'a number',
  boolean: 'true or false',
  anyURI: 'an address',
  string: 'a text',
  HTML: 'HTML',
}

export function nameOfDatatype(type: string): string {
  return names[type] ?? type
}
