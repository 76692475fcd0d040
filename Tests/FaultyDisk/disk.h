// The disk itself: files with what is safe, and what was written since.
#ifndef DISK_H
#define DISK_H

#include <sqlite3.h>
#include <stddef.h>

#include "faulty_disk.h"

typedef struct {
    unsigned char *bytes;
    size_t size, room;
} buffer;

// A write that was not synced; with no bytes, a truncation to `offset`.
typedef struct change {
    struct change *next;
    size_t offset, length;
    unsigned char bytes[];
} change;

typedef struct disk_file {
    struct disk_file *next;
    char *name;
    buffer safe, seen;
    change *first, **last;
    // The index of the write-ahead log, which is memory shared by processes and so gone with the power.
    void **regions;
    int region_count;
} disk_file;

struct faulty_disk {
    sqlite3_vfs vfs;
    char *name;
    disk_file *files;
    uint64_t random;
    enum faulty_kind kind;
    int operations;
    long strike_at, count;
    bool is_struck, is_full, is_dark, lies;
};

disk_file *disk_find(const faulty_disk *disk, const char *name);
disk_file *disk_create(faulty_disk *disk, const char *name);
void disk_delete(faulty_disk *disk, const char *name);
void file_drop_regions(disk_file *file);

void file_write(disk_file *file, const void *bytes, size_t length, size_t offset);
void file_truncate(disk_file *file, size_t size);
void file_sync(disk_file *file);

uint64_t disk_random(faulty_disk *disk);

#endif
