/** Chooses the best of many without sorting all of them. */

/** Whether index a comes before index b: the higher value, then the lower index. */
const ahead = (values: Float32Array, a: number, b: number): boolean => values[a] > values[b] || (values[a] === values[b] && a < b);

/** Moves the `count` best of `order` (indices into `values`), up to `size`, to its front, in no order (Hoare's quickselect). */
export function bestFirst(values: Float32Array, order: Int32Array, size: number, count: number): void {
  let left = 0, right = size - 1;
  while (left < right && count > 0 && count < size) {
    const pivot = order[(left + right) >>> 1];
    let i = left, j = right;
    while (i <= j) {
      while (ahead(values, order[i], pivot)) i++;
      while (ahead(values, pivot, order[j])) j--;
      if (i <= j) {
        const kept = order[i];
        order[i] = order[j];
        order[j] = kept;
        i++;
        j--;
      }
    }
    if (count - 1 <= j) right = j;
    else if (count - 1 >= i) left = i;
    else return;
  }
}
