import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  '@global': {
    // Backstage draws the tabs of sub-pages in one line that does not wrap: six are wider than a phone. The wrapper
    // scrolls, because the mark below the open tab lies in it and beside the list.
    '@media (max-width: 600px)': {
      '.bui-TabListWrapper': {
        maxWidth: '100%',
        overflowX: 'auto',
        overflowY: 'hidden',
        paddingBottom: 1,
      },
    },
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
