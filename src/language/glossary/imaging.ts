import type { ConceptGroup } from "./concept-group.js";

/** Imaging and its devices. */
export const IMAGING: readonly ConceptGroup[] = [
  {
    id: "imaging",
    de: ["Bildgebung", "bildgebend", "Bildgebungssystem", "bildgebende Verfahren", "medizinische Bildgebung"],
    en: ["=imaging", "medical imaging", "diagnostic imaging"],
  },
  {
    id: "mri",
    broader: "imaging",
    de: [
      "Magnetresonanztomographie",
      "Magnetresonanztomografie",
      "Kernspintomographie",
      "Kernspintomografie",
      "Kernspin",
      "MRT",
      "MR-Tomograph",
      "Magnetresonanz",
      "MRT-Gerät",
    ],
    en: ["magnetic resonance imaging", "MRI", "magnetic resonance", "MR scanner", "MRI scanner"],
  },
  {
    id: "ct",
    broader: "imaging",
    de: [
      "Computertomographie",
      "Computertomografie",
      "Computertomograph",
      "Computertomograf",
      "CT",
      "CT-Gerät",
      "Computertomographen",
    ],
    en: ["computed tomography", "CT", "CT scanner", "CT scan", "computer tomography", "computerized tomography"],
  },
  {
    id: "pet",
    broader: "imaging",
    de: ["Positronen-Emissions-Tomographie", "=PET", "PET-CT", "PET/CT"],
    en: ["positron emission tomography", "=PET", "PET-CT", "PET/CT"],
  },
  {
    id: "ultrasound",
    broader: "imaging",
    de: ["Ultraschall", "Sonographie", "Sonografie", "Ultraschallgerät", "Echokardiographie"],
    en: ["ultrasound", "sonography", "echocardiography", "echocardiogram"],
  },
  {
    id: "x_ray",
    broader: "imaging",
    de: ["Röntgen", "röntgen", "Röntgengerät", "Röntgenaufnahme", "Röntgenbild"],
    en: ["X-ray", "radiography", "x-rays"],
  },
  { id: "mammography", broader: "imaging", de: ["Mammographie", "Mammografie"], en: ["mammography", "mammogram"] },
  {
    id: "linear_accelerator",
    de: ["Linearbeschleuniger", "Bestrahlungsgerät", "Linac"],
    en: ["linear accelerator", "linac"],
  },
  {
    id: "photon_counting",
    de: ["photonenzählend", "Photonenzählung", "Photon-Counting"],
    en: ["photon-counting", "photon counting"],
  },
  { id: "scanner", de: ["Scanner", "scannen", "Scan", "Tomograph", "Tomograf"], en: ["scanner", "scan"] },
];
