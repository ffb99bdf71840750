import type { ReactNode } from 'react';
import { useSite } from './site.tsx';

export type FieldError = { name: string; message: string };

/** All faults of a form at its top, each a link to its field. Nothing where there are none. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const { t } = useSite();
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: a form that comes back begins at its faults, without script too.
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus id="error-summary">
      <h2 id="error-summary-title">{t('form.errorsHeading')}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  name: string;
  label: string;
  help?: ReactNode;
  /** A worked example, shown under the label. */
  example?: string;
  error?: string | null;
  /** What was typed; never lost when the form comes back with faults. */
  value?: string;
  required?: boolean;
};

function describedBy({ name, help, example, error }: FieldProps): string | undefined {
  const ids = [(help || example) && `${name}-help`, error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function FieldFrame({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { t } = useSite();
  const { name, label, help, example, error, required = true } = props;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>
        {label} {!required && <span className="quiet">{t('form.optional')}</span>}
      </label>
      {(help || example) && (
        <p className="field-help" id={`${name}-help`}>
          {help} {example && t('form.example', { example })}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <b>{t('form.error')}</b> {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** What the browser script needs to count what is written into a box. */
function useCount(most: number | undefined) {
  const { t, format } = useSite();
  if (most === undefined) return {};
  const number = format.number(most);
  return { 'data-most': most, 'data-count': t('form.count', { written: '%', most: number }), 'data-over': t('form.over', { over: '%', most: number }) };
}

type InputProps = FieldProps & {
  type?: 'text' | 'search' | 'email' | 'url' | 'number' | 'date' | 'password';
  /** How many characters the API takes. More are not cut off, but counted (ui/counts-characters.ts) and refused in words. */
  most?: number;
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'email';
  /** The id of a `datalist` whose options are suggested. */
  list?: string;
};

/** A one-line field: label, help and example under it, error above the box. */
export function TextField({ type = 'text', most, autoComplete, inputMode, list, ...field }: InputProps) {
  return (
    <FieldFrame {...field}>
      <input
        id={field.name}
        name={field.name}
        type={type}
        dir="auto"
        defaultValue={field.value}
        {...useCount(most)}
        autoComplete={autoComplete}
        inputMode={inputMode}
        list={list}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        aria-required={field.required || undefined}
      />
    </FieldFrame>
  );
}

/** A field for several lines. */
export function TextArea({ rows = 5, most, ...field }: FieldProps & { rows?: number; most?: number }) {
  return (
    <FieldFrame {...field}>
      <textarea
        id={field.name}
        name={field.name}
        rows={rows}
        dir="auto"
        {...useCount(most)}
        defaultValue={field.value}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        aria-required={field.required || undefined}
      />
    </FieldFrame>
  );
}

type Option = { value: string; label: string; help?: string };

/** One of a few, from a list that opens. */
export function SelectField({ options, ...field }: FieldProps & { options: Option[] }) {
  return (
    <FieldFrame {...field}>
      <select id={field.name} name={field.name} defaultValue={field.value} aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type ChoicesProps = Omit<FieldProps, 'value'> & { options: Option[]; values: string[]; several?: boolean };

/** One (radio buttons) or several (checkboxes) of a few, all in access. */
export function Choices({ options, values, several = false, ...field }: ChoicesProps) {
  const { t } = useSite();
  const { name, label, help, example, error } = field;
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} id={name} aria-describedby={describedBy(field)}>
      <legend>{label}</legend>
      {(help || example) && (
        <p className="field-help" id={`${name}-help`}>
          {help} {example && t('form.example', { example })}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <b>{t('form.error')}</b> {error}
        </p>
      )}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input type={several ? 'checkbox' : 'radio'} name={name} value={option.value} defaultChecked={values.includes(option.value)} />
          <span>
            {option.label}
            {option.help && <span className="field-help"> {option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
