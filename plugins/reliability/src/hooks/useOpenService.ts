import { MouseEvent, useCallback } from 'react';
import { useNavigate } from 'react-router-dom';

/**
 * Follows a link when something around it is clicked, as people expect of a row. Links and buttons inside
 * keep their own meaning, and selecting text is not a click.
 */
export function useOpenService(link: string) {
  const navigate = useNavigate();
  return useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const inner = (event.target as Element).closest(
        'a, button, input, [tabindex]',
      );
      const selecting = window.getSelection()?.type === 'Range';
      if (event.defaultPrevented || inner || selecting) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        window.open(link, '_blank', 'noopener');
      } else {
        navigate(link);
      }
    },
    [link, navigate],
  );
}
