import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { ImportIncidentsDialog } from '../ImportIncidentsDialog';

/** Imports incidents as CSV or JSON. */
export function ImportButton({ onImported }: { onImported: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {t('incidents.import')}
      </Button>
      {open && (
        <ImportIncidentsDialog
          onImported={onImported}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
