/** Form fields: a label that stays, a hint, and the mistake in words, tied together for whoever cannot see them. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface About {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly error?: string | undefined;
}

interface Ties {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
}

/** Ties a label, a hint and a mistake to whatever `children` makes of them. */
export function Field({
  label,
  hint,
  error,
  children,
}: About & { readonly children: (ties: Ties) => ComponentChildren }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": Boolean(error) })}
      {error ? (
        <p class="mistake" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Written = About & {
  readonly value: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  /** The language that is written here, where it is another than the page's. */
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl" | "auto";
  onValue(value: string): void;
  onBlur?(): void;
};

type InputProps = Written & {
  readonly type?:
    "text" | "email" | "password" | "number" | "date" | "time" | "datetime-local" | "url" | "search" | "tel";
  readonly autocomplete?: string;
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly placeholder?: string;
};

export function TextField({ label, hint, error, onValue, type = "text", ...rest }: InputProps) {
  return (
    <Field {...{ label, hint, error }}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          type={type as "text"}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({ label, hint, error, onValue, ...rest }: Written & { readonly rows?: number }) {
  return (
    <Field {...{ label, hint, error }}>
      {(ties) => (
        <textarea rows={5} {...rest} {...ties} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly word: string;
}

export function Select({
  label,
  hint,
  error,
  value,
  options,
  onValue,
}: About & { readonly value: string; readonly options: readonly Option[]; onValue(value: string): void }) {
  return (
    <Field {...{ label, hint, error }}>
      {(ties) => (
        <select {...ties} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Check({
  label,
  checked,
  onValue,
  disabled = false,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  onValue(checked: boolean): void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

/** Several fields under one heading, as a screen reader tells them. */
export function Group({
  legend,
  children,
}: {
  readonly legend: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
