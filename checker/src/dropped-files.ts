// Files as a browser gives them, from a field or dropped, single ones and whole folders, within the budgets.

import { limits } from 'tessera/limits'
import type { DroppedFile } from './given-files.ts'

/** Files of one folder: a served folder has a handful for each issuer. */
const most = 2_000

/** The files of a field. One over the limit is cut just beyond it, so that the verifier says it is too large. */
export async function filesOf(list: FileList | null): Promise<readonly DroppedFile[]> {
  const files = [...(list ?? [])].slice(0, most)
  return Promise.all(files.map((file) => read(file, file.webkitRelativePath)))
}

/** The files of a drop; folders are walked. Has to be called before the drop event ends. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const loose = transfer.files
  const found: DroppedFile[] = []
  if (entries.every((entry) => entry === null)) return filesOf(loose)
  for (const entry of entries) if (entry !== null) await walk(entry, found)
  return found
}

async function walk(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (found.length >= most) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    const path = entry.fullPath.replace(/^\//, '')
    found.push(await read(file, path.includes('/') ? path : ''))
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (entries.length === 0) return
      for (const inside of entries) await walk(inside, found)
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function read(file: File, path: string): Promise<DroppedFile> {
  const bytes = new Uint8Array(await file.slice(0, limits.file + 1).arrayBuffer())
  const at = new Date(file.lastModified)
  return { name: file.name, bytes, at, ...(path === '' ? {} : { path }) }
}
