// What pages are made of.

export { FileList, type FileToKeep } from './file-list.tsx'
export { Button, Choices, ErrorSummary, Field, Form, type Faults } from './form.tsx'
export { Link, safeAddress } from './link.tsx'
export { Mosaic } from './mosaic.tsx'
export { Caution, Notice, Sign, Tag, type State } from './notice.tsx'
export { show, type PageOptions, type Reader } from './page.tsx'
export { Progress, Steps } from './progress.tsx'
export { Qr } from './qr.tsx'
export { Facts, Table, type Column } from './table.tsx'
