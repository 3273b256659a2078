/** A field whose words are the reader's until its value changes: however often its view is drawn meanwhile, what is typed stays. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function Typed({ value, ...rest }: { value: string } & Omit<JSX.IntrinsicElements['input'], 'value' | 'defaultValue' | 'ref'>) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  return <input ref={field} {...rest} />;
}
