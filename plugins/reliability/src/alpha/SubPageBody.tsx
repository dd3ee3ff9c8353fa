import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';

/** The width and the landmark that the new frontend leaves to its pages; the classic one brings both. */
export function SubPageBody({ children }: { children: ReactNode }) {
  return (
    <Container>
      <main>{children}</main>
    </Container>
  );
}
