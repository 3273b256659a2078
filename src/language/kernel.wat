;; Adds up the rows of a linear model that belong to a list of features: the inner loop of tagger, lemmatiser and parser.
;; Whole numbers throughout, so that it gives what the plain loop in weights.ts gives. The layout of the memory is told there.
;; `npm run kernel` writes kernel.ts from this file; a test holds the two together.
(module
  (import "weights" "memory" (memory 1))

  ;; $table points to four numbers: the first slot, how far a key is shifted to give its slot, the bytes of a dense row, and
  ;; the sums. What comes back means nothing: it makes the loads that fetch memory ahead count as used.
  (func (export "add") (param $table i32) (param $count i32) (result i32)
    (local $slots i32) (local $shift i32) (local $stride i32) (local $sums i32)
    (local $feature i32) (local $last i32) (local $key i32) (local $at i32) (local $end i32) (local $where i32)
    (local $dense i32) (local $short i32) (local $chunk i32) (local $cell i32) (local $fetched i32)
    (local $low v128) (local $high v128) (local $row v128)
    (local.set $slots (i32.load (local.get $table)))
    (local.set $shift (i32.load offset=4 (local.get $table)))
    (local.set $stride (i32.load offset=8 (local.get $table)))
    (local.set $sums (i32.load offset=12 (local.get $table)))
    (local.set $last (i32.add (i32.const 64) (i32.shl (local.get $count) (i32.const 2))))
    (if (i32.eqz (local.get $count)) (then (return (i32.const 0))))

    ;; All slots are asked for before any is looked at: the processor then waits for many at once.
    (local.set $feature (i32.const 64))
    (loop $fetch
      (local.set $fetched (i32.xor (local.get $fetched) (i32.load (i32.add (local.get $slots)
        (i32.shl (i32.shr_u (i32.load (local.get $feature)) (local.get $shift)) (i32.const 3))))))
      (br_if $fetch (i32.lt_u (local.tee $feature (i32.add (local.get $feature) (i32.const 4))) (local.get $last))))

    ;; Slots are in the order of their keys. What is found is sorted into dense and short rows, and asked for.
    (local.set $dense (i32.const 1088))
    (local.set $short (i32.const 2112))
    (local.set $feature (i32.const 64))
    (loop $find
      (local.set $key (i32.load (local.get $feature)))
      (local.set $at (i32.add (local.get $slots) (i32.shl (i32.shr_u (local.get $key) (local.get $shift)) (i32.const 3))))
      (block $there
        (loop $probe
          (br_if $there (i32.ge_u (i32.load (local.get $at)) (local.get $key)))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br $probe)))
      (block $next
        (br_if $next (i32.ne (i32.load (local.get $at)) (local.get $key)))
        (br_if $next (i32.eqz (local.tee $where (i32.load offset=4 (local.get $at)))))
        (if (i32.and (local.get $where) (i32.const 15))
          (then
            (i32.store (local.get $short) (local.get $where))
            (local.set $short (i32.add (local.get $short) (i32.const 4)))
            (local.set $where (i32.and (i32.shr_u (local.get $where) (i32.const 2)) (i32.const -4))))
          (else
            (i32.store (local.get $dense) (local.get $where))
            (local.set $dense (i32.add (local.get $dense) (i32.const 4)))))
        (local.set $fetched (i32.xor (local.get $fetched) (i32.load (local.get $where)))))
      (br_if $find (i32.lt_u (local.tee $feature (i32.add (local.get $feature) (i32.const 4))) (local.get $last))))

    ;; Dense rows, sixteen classes at a time.
    (if (i32.gt_u (local.get $dense) (i32.const 1088))
      (then
        (loop $chunks
          (local.set $low (v128.load (i32.add (local.get $sums) (i32.shl (local.get $chunk) (i32.const 1)))))
          (local.set $high (v128.load offset=16 (i32.add (local.get $sums) (i32.shl (local.get $chunk) (i32.const 1)))))
          (local.set $at (i32.const 1088))
          (loop $rows
            (local.set $row (v128.load (i32.add (i32.load (local.get $at)) (local.get $chunk))))
            (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
            (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
            (br_if $rows (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $dense))))
          (v128.store (i32.add (local.get $sums) (i32.shl (local.get $chunk) (i32.const 1))) (local.get $low))
          (v128.store offset=16 (i32.add (local.get $sums) (i32.shl (local.get $chunk) (i32.const 1))) (local.get $high))
          (br_if $chunks (i32.lt_u (local.tee $chunk (i32.add (local.get $chunk) (i32.const 16))) (local.get $stride))))))

    ;; Short rows, cell by cell.
    (local.set $feature (i32.const 2112))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $feature) (local.get $short)))
        (local.set $where (i32.load (local.get $feature)))
        (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
        (local.set $at (i32.and (i32.shr_u (local.get $where) (i32.const 2)) (i32.const -4)))
        (local.set $end (i32.add (local.get $at) (i32.shl (i32.and (local.get $where) (i32.const 15)) (i32.const 2))))
        (loop $cells
          (local.set $cell (i32.add (local.get $sums) (i32.load16_u (local.get $at))))
          (i32.store16 (local.get $cell) (i32.add (i32.load16_u (local.get $cell)) (i32.load16_s offset=2 (local.get $at))))
          (br_if $cells (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
        (br $rows)))
    (local.get $fetched)))
