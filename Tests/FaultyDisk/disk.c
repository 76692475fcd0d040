#include "disk.h"

#include <stdlib.h>
#include <string.h>

enum { SECTOR = 512 };

// SplitMix64 by Steele, Lea and Flood.
uint64_t disk_random(faulty_disk *disk) {
    uint64_t value = disk->random += 0x9E3779B97F4A7C15u;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

static void resize(buffer *buffer, size_t size) {
    if (size > buffer->room) {
        buffer->room = size * 2;
        buffer->bytes = realloc(buffer->bytes, buffer->room);
        if (!buffer->bytes) abort();
    }
    if (size > buffer->size) memset(buffer->bytes + buffer->size, 0, size - buffer->size);
    buffer->size = size;
}

static void put(buffer *buffer, const void *bytes, size_t length, size_t offset) {
    if (offset + length > buffer->size) resize(buffer, offset + length);
    memcpy(buffer->bytes + offset, bytes, length);
}

disk_file *disk_find(const faulty_disk *disk, const char *name) {
    for (disk_file *file = disk->files; file; file = file->next)
        if (strcmp(file->name, name) == 0) return file;
    return NULL;
}

disk_file *disk_create(faulty_disk *disk, const char *name) {
    disk_file *file = calloc(1, sizeof *file);
    if (!file || !(file->name = strdup(name))) abort();
    file->last = &file->first;
    file->next = disk->files;
    disk->files = file;
    return file;
}

static void forget_changes(disk_file *file) {
    for (change *next, *one = file->first; one; one = next) {
        next = one->next;
        free(one);
    }
    file->first = NULL;
    file->last = &file->first;
}

void file_drop_regions(disk_file *file) {
    for (int i = 0; i < file->region_count; i++) free(file->regions[i]);
    free(file->regions);
    file->regions = NULL;
    file->region_count = 0;
}

void disk_delete(faulty_disk *disk, const char *name) {
    for (disk_file **place = &disk->files; *place; place = &(*place)->next) {
        disk_file *file = *place;
        if (strcmp(file->name, name) != 0) continue;
        *place = file->next;
        forget_changes(file);
        file_drop_regions(file);
        free(file->safe.bytes);
        free(file->seen.bytes);
        free(file->name);
        free(file);
        return;
    }
}

static void remember(disk_file *file, const void *bytes, size_t length, size_t offset) {
    change *one = malloc(sizeof *one + length);
    if (!one) abort();
    one->next = NULL;
    one->offset = offset;
    one->length = length;
    if (length) memcpy(one->bytes, bytes, length);
    *file->last = one;
    file->last = &one->next;
}

void file_write(disk_file *file, const void *bytes, size_t length, size_t offset) {
    if (length == 0) return;
    put(&file->seen, bytes, length, offset);
    remember(file, bytes, length, offset);
}

void file_truncate(disk_file *file, size_t size) {
    resize(&file->seen, size);
    remember(file, NULL, 0, size);
}

void file_sync(disk_file *file) {
    for (change *one = file->first; one; one = one->next) {
        if (one->length) put(&file->safe, one->bytes, one->length, one->offset);
        else resize(&file->safe, one->offset);
    }
    forget_changes(file);
}

// Of what was not synced, each sector and each truncation is there or not.
static void lose(faulty_disk *disk, disk_file *file) {
    for (change *one = file->first; one; one = one->next) {
        if (!one->length) {
            if (disk_random(disk) & 1) resize(&file->safe, one->offset);
            continue;
        }
        for (size_t start = 0; start < one->length;) {
            size_t end = start + SECTOR - (one->offset + start) % SECTOR;
            if (end > one->length) end = one->length;
            if (disk_random(disk) & 1) put(&file->safe, one->bytes + start, end - start, one->offset + start);
            start = end;
        }
    }
    forget_changes(file);
    resize(&file->seen, 0);
    if (file->safe.size) put(&file->seen, file->safe.bytes, file->safe.size, 0);
    file_drop_regions(file);
}

faulty_disk *faulty_disk_copy(const faulty_disk *disk, const char *name, uint64_t seed) {
    faulty_disk *copy = faulty_disk_make(name, seed);
    for (const disk_file *file = disk->files; file; file = file->next) {
        if (!file->safe.size) continue;
        disk_file *own = disk_create(copy, file->name);
        put(&own->safe, file->safe.bytes, file->safe.size, 0);
        put(&own->seen, file->safe.bytes, file->safe.size, 0);
    }
    return copy;
}

void faulty_disk_cycle_power(faulty_disk *disk) {
    for (disk_file *file = disk->files; file; file = file->next) lose(disk, file);
    disk->is_dark = false;
    faulty_disk_heal(disk);
}
