/**
 * Where parties are drawn to: states by their place on the globe (degrees of longitude and latitude, rounded), bodies by
 * their seat, armed groups by where they act. A layout that begins from places is the same for the same window, moves
 * little when the window does, and is one that a reader knows beforehand.
 */
const PLACES = `
AFG 66 34,ALB 20 41,DZA 3 28,AND 2 43,AGO 18 -12,ATG -62 17,ARG -65 -35,ARM 45 40,AUS 134 -25,AUT 14 47,AZE 48 40,BHS -77 24,BHR 51 26,BGD 90 24,
BRB -60 13,BLR 28 53,BEL 4 51,BLZ -89 17,BEN 2 10,BTN 90 27,BOL -65 -17,BIH 18 44,BWA 24 -22,BRA -53 -10,BRN 115 5,BGR 25 43,BFA -2 12,BDI 30 -3,
KHM 105 13,CMR 12 6,CAN -106 56,CPV -24 16,CAF 21 7,TCD 19 15,CHL -71 -30,CHN 104 35,COL -73 4,COM 44 -12,COD 24 -3,COG 15 -1,CRI -84 10,CIV -6 8,
HRV 16 45,CUB -79 22,CYP 33 35,CZE 15 50,DNK 10 56,DJI 43 12,DMA -61 15,DOM -70 19,ECU -78 -1,EGY 30 27,SLV -89 14,GNQ 10 2,ERI 39 15,EST 26 59,
SWZ 31 -27,ETH 40 9,FJI 178 -18,FIN 26 63,FRA 2 46,GAB 12 -1,GMB -15 13,GEO 43 42,DEU 10 51,GHA -1 8,GRC 22 39,GRD -62 12,GTM -90 15,GIN -10 10,
GNB -15 12,GUY -59 5,HTI -73 19,HND -87 15,HKG 114 22,HUN 19 47,ISL -19 65,IND 79 22,IDN 114 -2,IRN 54 32,IRQ 44 33,IRL -8 53,ISR 35 31,ITA 12 43,
JAM -77 18,JPN 138 37,JOR 37 31,KAZ 67 48,KEN 38 0,KIR 173 1,PRK 127 40,KOR 128 36,KWT 48 29,KGZ 75 41,LAO 103 19,LVA 25 57,LBN 36 34,LSO 28 -30,
LBR -9 6,LBY 17 27,LIE 10 47,LTU 24 55,LUX 6 50,MDG 47 -19,MWI 34 -13,MYS 102 4,MDV 73 3,MLI -4 17,MLT 14 36,MHL 168 9,MRT -10 20,MUS 58 -20,
MEX -102 24,FSM 158 7,MDA 28 47,MCO 7 44,MNG 104 47,MNE 19 43,MAR -7 32,MOZ 35 -18,MMR 96 21,NAM 18 -22,NRU 167 -1,NPL 84 28,NLD 5 52,NZL 172 -41,
NIC -85 13,NER 9 17,NGA 8 9,MKD 22 42,NOR 9 61,OMN 56 21,PAK 69 30,PLW 134 7,PSE 34 32,PAN -80 9,PNG 145 -6,PRY -58 -23,PER -75 -9,PHL 122 12,
POL 19 52,PRT -8 39,QAT 51 25,ROU 25 46,RUS 60 58,RWA 30 -2,KNA -63 17,LCA -61 14,VCT -61 13,WSM -172 -14,SMR 12 44,STP 7 0,SAU 45 24,SEN -14 14,
SRB 21 44,SYC 55 -5,SLE -12 8,SGP 104 1,SVK 19 49,SVN 15 46,SLB 160 -9,SOM 46 5,ZAF 24 -29,SSD 30 7,ESP -4 40,LKA 81 7,SDN 30 15,SUR -56 4,
SWE 15 60,CHE 8 47,SYR 38 35,TWN 121 24,TJK 71 39,TZA 35 -6,THA 101 15,TLS 126 -9,TGO 1 9,TON -175 -21,TTO -61 11,TUN 9 34,TUR 35 39,TKM 59 39,
TUV 178 -8,UGA 32 1,UKR 31 49,ARE 54 24,GBR -2 54,USA -97 39,URY -56 -33,UZB 64 41,VUT 167 -16,VAT 12 42,VEN -66 7,VNM 108 16,YEM 48 15,ZMB 28 -14,
ZWE 30 -19,XKX 21 43,GRL -42 72,FRO -7 62,MAC 114 22,ESH -13 24,PRI -66 18,NCL 165 -21,BMU -65 32,GIB -5 36,COK -160 -21,TRNC 34 35,SOMALILAND 45 9,
PUNTLAND 49 9,PMR 29 47,ABK 41 43,SOS 44 42,NKR 47 40,DNR 38 48,LNR 39 48,KRG 44 36,LNA 21 31,RS 16 45,NATO 4 52,EU 5 50,UN -74 41,OSCE 16 48,
CSTO 38 56,CIS 28 54,EAEU 37 55,UNIONSTATE 33 55,SCO 116 40,BRICS 80 10,OPEC 16 47,IAEA 17 48,IMF -77 39,WB -77 38,WTO 6 46,WHO 7 46,ICC 4 52,ICJ 4 52,
AU 39 9,ASEAN 107 -6,G7 -30 45,G20 -30 35,QUAD 135 0,AUKUS 140 -15,OIC 39 21,OTS 29 41,GCC 46 24,ARABLEAGUE 31 30,ECOWAS 7 9,AES -2 15,COE 8 49,
HAMAS 34 31,HEZBOLLAH 36 33,HOUTHI 44 16,PKK 43 37,SDF 40 36,SNA 38 37,HTS 37 36,SYROPP 37 35,ISIS 41 35,ALQAEDA 50 14,SHABAAB 44 3,BOKOHARAM 13 12,
RSF 25 13,M23 29 -1,POLISARIO -10 27,WAGNER 40 60,TALIBAN 66 32,TTP 70 33,FARC -73 3,ELN -72 6,FETO -78 41,E3 3 49,EUROPE 9 48,WEST -40 47`;

const DEGREE = Math.PI / 180;
/** Europe is a sixth of a world map and a third of the record: its width is drawn out, that of the oceans drawn in. */
const MIDDLE = 22, SPREAD = 38;

const known = new Map(PLACES.split(',').map((place) => {
  const [code = '', east, north] = place.trim().split(' ');
  return [code, [Number(east), Number(north)] as const];
}));

/** A number from 0 to 1 that is a text's own (FNV-1a). */
function own(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Where a party is drawn to: about -1 to 1 both ways, north up. One that has no place stands on a ring around the others. */
export function placeOf(code: string): { x: number; y: number } {
  const place = known.get(code);
  if (!place) {
    const angle = own(code) * 2 * Math.PI, far = 0.95 + own(`${code}~`) * 0.35;
    return { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
  }
  const [east, north] = place, jitter = (own(code) - 0.5) * 0.02;
  return { x: Math.asinh((east - MIDDLE) / SPREAD) / Math.asinh(160 / SPREAD) + jitter, y: Math.asinh(Math.tan(north * DEGREE)) / 1.3 - 0.35 + jitter };
}
