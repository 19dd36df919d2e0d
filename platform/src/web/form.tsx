// Forms: every field has its label, its hint and its fault beside it, and a machine reads them as one thing.

import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Say } from './messages.ts'
import type { Visitor } from '../server/visitor.ts'

interface FormProps {
  readonly to: string
  /** Whose token the form carries. */
  readonly visitor: Visitor
  readonly files?: boolean
  readonly id?: string
  readonly class?: string
  /** GET: a search, which may be bookmarked and carries no token. */
  readonly method?: 'get' | 'post'
  readonly label?: string
}

export function Form(props: PropsWithChildren<FormProps>) {
  const method = props.method ?? 'post'
  const { csrf } = props.visitor
  return (
    // Our own sentences stand beside the fields, in the reader's language; the browser's would not.
    <form
      method={method}
      action={props.to}
      id={props.id}
      class={props.class}
      enctype={props.files === true ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      {method === 'post' && csrf !== undefined ? (
        <input type="hidden" name="csrf" value={csrf} />
      ) : null}
      {props.children}
    </form>
  )
}

/** By field name: what is wrong with it, in the reader's language. */
export type Faults = Readonly<Record<string, string>>

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  readonly error?: string | undefined
  readonly value?: string | undefined
  readonly type?:
    | 'text'
    | 'email'
    | 'url'
    | 'tel'
    | 'number'
    | 'date'
    | 'search'
    | 'file'
    | 'textarea'
    | 'select'
    | 'checkbox'
    | 'password'
  /** For `select`. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Needed; said in words where it is not. */
  readonly required?: boolean
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text' | 'email' | 'decimal'
  readonly rows?: number
  readonly most?: number
  readonly accept?: string
  readonly several?: boolean
  /** The language of what is typed. */
  readonly lang?: string
  readonly dir?: 'auto' | 'ltr'
  readonly checked?: boolean
  readonly say: Say
}

export const fieldId = (name: string): string => `field-${name}`

export function Field(props: FieldProps) {
  const { name, label, hint, error, say } = props
  const id = fieldId(name)
  const described = [
    hint === undefined ? [] : [`${id}-hint`],
    error === undefined ? [] : [`${id}-error`],
  ].flat()
  const box = props.type === 'checkbox'
  const text = (
    <label for={id}>
      {label}
      {props.required === true || box ? null : (
        <span class="optional"> {say('common-optional')}</span>
      )}
    </label>
  )
  const control = (
    <Control
      {...props}
      id={id}
      described={described.length === 0 ? undefined : described.join(' ')}
    />
  )
  return (
    <div class={`field${box ? ' box' : ''}${error === undefined ? '' : ' wrong'}`}>
      {box ? null : text}
      {hint === undefined || box ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : <FieldError id={`${id}-error`} say={say} error={error} />}
      {control}
      {box ? text : null}
      {box && hint !== undefined ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

function FieldError({ id, say, error }: { id: string; say: Say; error: string }) {
  return (
    <p class="error" id={id}>
      <span class="unseen">{say('common-error')} </span>
      {error}
    </p>
  )
}

function Control(props: FieldProps & { id: string; described: string | undefined }) {
  const shared = {
    id: props.id,
    name: props.name,
    required: props.required === true,
    lang: props.lang,
    dir: props.dir,
    autocomplete: props.autocomplete,
    maxlength: props.most,
    'aria-describedby': props.described,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  }
  if (props.type === 'textarea')
    return (
      <textarea {...shared} rows={props.rows ?? 5}>
        {props.value}
      </textarea>
    )
  if (props.type === 'select')
    return (
      <select {...shared}>
        {(props.options ?? []).map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    )
  if (props.type === 'checkbox')
    return (
      <input
        {...shared}
        type="checkbox"
        value={props.value ?? 'yes'}
        checked={props.checked === true}
      />
    )
  return (
    <input
      {...shared}
      type={props.type ?? 'text'}
      value={props.value}
      inputmode={props.inputmode}
      accept={props.accept}
      multiple={props.several === true ? true : undefined}
    />
  )
}

interface ChoicesProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value?: string | undefined
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string
  }[]
  readonly say: Say
}

/** One of a few, all of them seen. */
export function Choices({ name, legend, hint, error, value, options, say }: ChoicesProps) {
  const id = fieldId(name)
  const described = [
    hint === undefined ? [] : [`${id}-hint`],
    error === undefined ? [] : [`${id}-error`],
  ].flat()
  return (
    <fieldset
      class={`field${error === undefined ? '' : ' wrong'}`}
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : <FieldError id={`${id}-error`} say={say} error={error} />}
      {options.map((option, index) => (
        <div class="box">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${index}-hint`}
          />
          <label for={index === 0 ? id : `${id}-${index}`}>{option.label}</label>
          {option.hint === undefined ? null : (
            <p class="hint" id={`${id}-${index}-hint`}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  )
}

/** On top of a form that came back: what to mend, each a link to its field. Nothing where nothing is wrong. */
export function ErrorSummary({ faults, say }: { faults: Faults; say: Say }) {
  const found = Object.entries(faults)
  if (found.length === 0) return null
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title" tabindex={-1}>
      <h2 id="summary-title">{say('common-mend', { count: found.length })}</h2>
      <ul>
        {found.map(([name, sentence]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ButtonProps {
  /** `first`: what most people came for; one a page. `grave`: what is hard to undo. */
  readonly kind?: 'first' | 'plain' | 'grave'
  readonly name?: string
  readonly value?: string
  /** More for those who cannot see what it stands beside. */
  readonly about?: string
}

export function Button({
  kind = 'plain',
  name,
  value,
  about,
  children,
}: PropsWithChildren<ButtonProps>) {
  return (
    <button type="submit" class={`button ${kind}`} name={name} value={value}>
      {children}
      {about === undefined ? null : <span class="unseen"> {about}</span>}
    </button>
  )
}
