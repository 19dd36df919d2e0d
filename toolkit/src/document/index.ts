// The door of the documents room (Node only): certificates and badges.

export {
  createDocuments,
  type Documents,
  type DocumentSettings,
  type PdfSettings,
} from './documents.ts'
export type { Attachment, PdfStandard } from './typesetter.ts'
export { catalogue, labelsFor, type LabelLanguage } from './labels/index.ts'
