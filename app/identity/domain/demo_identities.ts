/** The conventional fictitious persons of Spanish test environments, with invented names. */
export const demoIdentities = [
  {
    identifier: '12345678Z',
    givenName: 'Amparo',
    surnames: 'Ferrer Miralles',
    organisation: null,
    email: 'amparo@example.org',
    phone: '+34600000001',
  },
  {
    identifier: '99999999R',
    givenName: 'Vicent',
    surnames: 'Soler i Blasco',
    organisation: null,
    email: 'vicent@example.org',
    phone: '+34600000002',
  },
  {
    identifier: 'X2482300W',
    givenName: 'Ingrid',
    surnames: 'Lindqvist',
    organisation: null,
    email: 'ingrid@example.org',
    phone: '+34600000003',
  },
  {
    identifier: '00000000T',
    givenName: 'Josep',
    surnames: 'Peris Català',
    organisation: { identifier: 'B64717838', name: 'Forn del Racó, SL' },
    email: 'forn@example.org',
    phone: '+34600000004',
  },
]
