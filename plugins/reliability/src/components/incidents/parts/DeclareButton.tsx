import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { DeclareIncidentDialog } from '../DeclareIncidentDialog';

/** Declares an incident, of a service where it is given, and opens its page. */
export function DeclareButton(props: {
  service?: { entityRef: string; title: string };
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        onClick={() => setOpen(true)}
      >
        {t('incident.declare')}
      </Button>
      {open && (
        <DeclareIncidentDialog
          service={props.service}
          onClose={() => setOpen(false)}
          onDeclared={incident => {
            setOpen(false);
            navigate(links.incident(incident.id));
          }}
        />
      )}
    </>
  );
}
