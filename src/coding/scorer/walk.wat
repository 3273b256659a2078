;; Walks four rows through the trees of a forest: the inner loop of Predictor. Floats are compared as they are and summed in the
;; order of the trees, so that it gives, bit for bit, what the plain loop in predictor.ts gives.
;; `npm run kernel` writes walk.ts from this file; a test holds the two together.
(module
  (import "forest" "memory" (memory 1))

  ;; $nodes: trees one after the other, each breadth first and $inner bytes long; a node is the byte of its feature in a row,
  ;; then its threshold. $leaves: as many 32-bit floats a tree as one more than its nodes. $sums: four 64-bit floats, added to.
  (func (export "walk") (param $nodes i32) (param $leaves i32) (param $trees i32) (param $depth i32) (param $inner i32)
    (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $sums i32)
    (local $level i32) (local $m i32) (local $n i32) (local $p i32) (local $q i32) (local $at i32) (local $half i32)
    (local $sumA f64) (local $sumB f64) (local $sumC f64) (local $sumD f64)
    (if (i32.eqz (local.get $trees)) (then (return)))
    (local.set $sumA (f64.load (local.get $sums)))
    (local.set $sumB (f64.load offset=8 (local.get $sums)))
    (local.set $sumC (f64.load offset=16 (local.get $sums)))
    (local.set $sumD (f64.load offset=24 (local.get $sums)))
    ;; a place in the last level, halved, is that of its leaf and as many bytes more as the nodes take, halved
    (local.set $half (i32.shr_u (local.get $inner) (i32.const 1)))
    (loop $tree
      (local.set $m (i32.const 0))
      (local.set $n (i32.const 0))
      (local.set $p (i32.const 0))
      (local.set $q (i32.const 0))
      (local.set $level (local.get $depth))
      (block $bottom
        (br_if $bottom (i32.eqz (local.get $level)))
        (loop $down
          ;; from the place of a node to that of its left or right child: twice as far, and one or two nodes more
          (local.set $at (i32.add (local.get $nodes) (local.get $m)))
          (local.set $m (i32.add (i32.shl (i32.add (local.get $m) (i32.shl (f32.gt
            (f32.load (i32.add (local.get $a) (i32.load (local.get $at)))) (f32.load offset=4 (local.get $at))) (i32.const 2))) (i32.const 1)) (i32.const 8)))
          (local.set $at (i32.add (local.get $nodes) (local.get $n)))
          (local.set $n (i32.add (i32.shl (i32.add (local.get $n) (i32.shl (f32.gt
            (f32.load (i32.add (local.get $b) (i32.load (local.get $at)))) (f32.load offset=4 (local.get $at))) (i32.const 2))) (i32.const 1)) (i32.const 8)))
          (local.set $at (i32.add (local.get $nodes) (local.get $p)))
          (local.set $p (i32.add (i32.shl (i32.add (local.get $p) (i32.shl (f32.gt
            (f32.load (i32.add (local.get $c) (i32.load (local.get $at)))) (f32.load offset=4 (local.get $at))) (i32.const 2))) (i32.const 1)) (i32.const 8)))
          (local.set $at (i32.add (local.get $nodes) (local.get $q)))
          (local.set $q (i32.add (i32.shl (i32.add (local.get $q) (i32.shl (f32.gt
            (f32.load (i32.add (local.get $d) (i32.load (local.get $at)))) (f32.load offset=4 (local.get $at))) (i32.const 2))) (i32.const 1)) (i32.const 8)))
          (br_if $down (local.tee $level (i32.sub (local.get $level) (i32.const 1))))))
      (local.set $sumA (f64.add (local.get $sumA) (f64.promote_f32 (f32.load (i32.add (local.get $leaves) (i32.sub (i32.shr_u (local.get $m) (i32.const 1)) (local.get $half)))))))
      (local.set $sumB (f64.add (local.get $sumB) (f64.promote_f32 (f32.load (i32.add (local.get $leaves) (i32.sub (i32.shr_u (local.get $n) (i32.const 1)) (local.get $half)))))))
      (local.set $sumC (f64.add (local.get $sumC) (f64.promote_f32 (f32.load (i32.add (local.get $leaves) (i32.sub (i32.shr_u (local.get $p) (i32.const 1)) (local.get $half)))))))
      (local.set $sumD (f64.add (local.get $sumD) (f64.promote_f32 (f32.load (i32.add (local.get $leaves) (i32.sub (i32.shr_u (local.get $q) (i32.const 1)) (local.get $half)))))))
      (local.set $nodes (i32.add (local.get $nodes) (local.get $inner)))
      (local.set $leaves (i32.add (local.get $leaves) (i32.add (local.get $half) (i32.const 4))))
      (br_if $tree (local.tee $trees (i32.sub (local.get $trees) (i32.const 1)))))
    (f64.store (local.get $sums) (local.get $sumA))
    (f64.store offset=8 (local.get $sums) (local.get $sumB))
    (f64.store offset=16 (local.get $sums) (local.get $sumC))
    (f64.store offset=24 (local.get $sums) (local.get $sumD))))
