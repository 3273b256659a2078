#!/usr/bin/Rscript
# Reference values for src/relations/brokerage.ts: Rscript test/reference/brokerage.R > test/reference/brokerage.json
# Debian 12: r-cran-sna 2.7-1 (Butts 2008, J. Statistical Software 24), whose brokerage() follows Gould and Fernandez (1989).
# The graphs are drawn; each is a list of arrows [from, to] and a bloc for each party, numbered from 0.
suppressPackageStartupMessages(library(sna))
set.seed(7)
numbers <- function(m) paste0("[", paste(apply(m, 1, function(row) paste0("[", paste(format(row, digits = 15, trim = TRUE), collapse = ","), "]")), collapse = ","), "]")
one <- function(n, p, k) {
  g <- rgraph(n, tprob = p)
  blocs <- sample(rep_len(seq_len(k), n))
  b <- brokerage(g, blocs)
  arrows <- which(g == 1, arr.ind = TRUE) - 1
  paste0('{"n":', n, ',"blocs":[', paste(blocs, collapse = ","), '],"arrows":', numbers(arrows[order(arrows[, 1], arrows[, 2]), , drop = FALSE]),
    ',"roles":["coordinator","itinerant","representative","gatekeeper","liaison","total"],"raw":', numbers(b$raw.nli), ',"expected":', numbers(b$exp.nli), ',"sd":', numbers(b$sd.nli), "}")
}
cat("[\n", paste(c(one(8, 0.4, 2), one(12, 0.3, 3), one(20, 0.2, 4)), collapse = ",\n"), "\n]\n", sep = "")
