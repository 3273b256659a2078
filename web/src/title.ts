import { useEffect } from 'preact/hooks';

/** Names the window after the view. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    document.title = title ? `${title} – Dragoman` : 'Dragoman';
  }, [title]);
};
