// Threads.

function thread(colour) {
  return `a ${colour} thread`;
}
