/// A disk in memory that SQLite can write to, and that fails as disks do.
///
/// What is written counts as safe only once it is synced. When the power goes, every sector of every write that was not
/// synced is kept or lost by chance; the sizes of files as well.
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct faulty_disk faulty_disk;

/// What can be struck. Combine with |.
enum {
    FAULTY_READ = 1,
    FAULTY_WRITE = 2,
    FAULTY_SYNC = 4,
    FAULTY_TRUNCATE = 8,
};

enum faulty_kind {
    /// The operation fails once and does nothing.
    FAULTY_ERROR,
    /// There is no room from then on, until the disk is healed: writes fail, all else works.
    FAULTY_FULL,
    /// The power goes before the operation: it and all that follow fail.
    FAULTY_POWER,
    /// The power goes within the operation: a part of a write may be there.
    FAULTY_TORN,
    /// A read brings half of what was asked for, and then fails.
    FAULTY_SHORT,
};

/// A disk without files, known to SQLite as a VFS of this name. The name must be unique.
faulty_disk *faulty_disk_make(const char *name, uint64_t seed);
/// Another disk with what is safe on this one.
faulty_disk *faulty_disk_copy(const faulty_disk *disk, const char *name, uint64_t seed);
/// Forgets it. Nothing on it may be open any more.
void faulty_disk_free(faulty_disk *disk);

/// The n-th operation from now on of these kinds is struck, counted from 1.
void faulty_disk_strike(faulty_disk *disk, enum faulty_kind kind, int operations, long n);
/// Whether the strike has come to pass.
bool faulty_disk_is_struck(const faulty_disk *disk);
/// Operations of these kinds since the last strike was set.
long faulty_disk_count(const faulty_disk *disk);
/// No strike from now on, and room again.
void faulty_disk_heal(faulty_disk *disk);
/// The power goes and comes again: what was not synced is lost or not, by chance.
void faulty_disk_cycle_power(faulty_disk *disk);
/// Whether the disk says that it synced when it did not.
void faulty_disk_lie(faulty_disk *disk, bool lies);

#endif
