// States by their ISO 3166-1 alpha-2 code.
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

export function stateName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export function flagOf(code: string): string {
  return String.fromCodePoint(...[...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}

let drawn: boolean | undefined;

// Whether this system's fonts have flags: only a flag has colours of its own.
export function hasFlags(): boolean {
  drawn ??= draws(flagOf('UZ'));
  return drawn;
}

function draws(flag: string): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 24;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) return false;
  brush.font = '18px sans-serif';
  brush.fillText(flag, 0, 18);
  const { data } = brush.getImageData(0, 0, 24, 24);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at + 1] !== data[at + 2]) return true;
  }
  return false;
}
