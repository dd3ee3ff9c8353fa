import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  '@global': {
    // Backstage draws the tabs of sub-pages in one line that does not wrap: five are wider than a phone.
    '.bui-TabList': { maxWidth: '100%', overflowX: 'auto' },
  },
});

/** The width and the landmark that the new frontend leaves to its pages; the classic one brings both. */
export function SubPageBody({ children }: { children: ReactNode }) {
  useStyles();
  return (
    <Container>
      <main>{children}</main>
    </Container>
  );
}
