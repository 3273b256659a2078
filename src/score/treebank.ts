export const scoreTreebank = (_f: string): { text: string; data: unknown } => ({ text: '', data: {} });
