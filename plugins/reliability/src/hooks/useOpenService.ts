import { MouseEvent, useCallback } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

/**
 * Follows a link when something around it is clicked, as people expect of a row. Links and buttons inside
 * keep their own meaning, and selecting text is not a click.
 */
export function useOpenService(link: string) {
  const navigate = useNavigate();
  // The browser needs the path below which the portal is mounted; the router adds it by itself.
  const href = useHref(link);
  return useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const inner = (event.target as Element).closest(
        'a, button, input, [tabindex]',
      );
      const row = event.currentTarget;
      const selecting = window.getSelection()?.type === 'Range';
      if (event.defaultPrevented || selecting) return;
      if (inner && inner !== row && row.contains(inner)) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        window.open(href, '_blank', 'noopener');
      } else {
        navigate(link);
      }
    },
    [href, link, navigate],
  );
}
