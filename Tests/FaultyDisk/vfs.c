// The disk's face to SQLite: https://www.sqlite.org/vfs.html

#include <stdlib.h>
#include <string.h>

#include "disk.h"

typedef struct {
    sqlite3_file base;
    faulty_disk *disk;
    disk_file *file;
    bool is_temporary;
} handle;

// Counts an operation, and says whether the strike falls on it.
static bool strikes(faulty_disk *disk, int operation) {
    if (!(disk->operations & operation)) return false;
    disk->count++;
    if (disk->is_struck || disk->count != disk->strike_at) return false;
    disk->is_struck = true;
    disk->is_full = disk->kind == FAULTY_FULL;
    disk->is_dark = disk->kind == FAULTY_POWER || disk->kind == FAULTY_TORN;
    return true;
}

static int disk_read(sqlite3_file *file, void *bytes, int amount, sqlite3_int64 offset) {
    handle *self = (handle *)file;
    if (self->disk->is_dark) return SQLITE_IOERR_READ;
    bool is_struck = strikes(self->disk, FAULTY_READ);
    const buffer *seen = &self->file->seen;
    size_t there = (size_t)offset < seen->size ? seen->size - (size_t)offset : 0;
    size_t length = there < (size_t)amount ? there : (size_t)amount;
    if (is_struck) length = self->disk->kind == FAULTY_SHORT ? length / 2 : 0;
    if (length) memcpy(bytes, seen->bytes + offset, length);
    if (is_struck) return SQLITE_IOERR_READ;
    memset((char *)bytes + length, 0, (size_t)amount - length);
    return length == (size_t)amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int disk_write(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset) {
    handle *self = (handle *)file;
    faulty_disk *disk = self->disk;
    if (disk->is_dark) return SQLITE_IOERR_WRITE;
    if (strikes(disk, FAULTY_WRITE) && disk->kind != FAULTY_FULL) {
        if (disk->kind == FAULTY_TORN) {
            size_t part = disk_random(disk) % (uint64_t)amount;
            file_write(self->file, bytes, part, (size_t)offset);
        }
        return SQLITE_IOERR_WRITE;
    }
    if (disk->is_full) return SQLITE_FULL;
    file_write(self->file, bytes, (size_t)amount, (size_t)offset);
    return SQLITE_OK;
}

static int disk_truncate(sqlite3_file *file, sqlite3_int64 size) {
    handle *self = (handle *)file;
    if (self->disk->is_dark || strikes(self->disk, FAULTY_TRUNCATE)) return SQLITE_IOERR_TRUNCATE;
    file_truncate(self->file, (size_t)size);
    return SQLITE_OK;
}

static int disk_sync(sqlite3_file *file, int flags) {
    handle *self = (handle *)file;
    (void)flags;
    if (self->disk->is_dark || strikes(self->disk, FAULTY_SYNC)) return SQLITE_IOERR_FSYNC;
    if (!self->disk->lies) file_sync(self->file);
    return SQLITE_OK;
}

static int disk_size(sqlite3_file *file, sqlite3_int64 *size) {
    *size = (sqlite3_int64)((handle *)file)->file->seen.size;
    return SQLITE_OK;
}

static int disk_close(sqlite3_file *file) {
    handle *self = (handle *)file;
    if (self->is_temporary) disk_delete(self->disk, self->file->name);
    return SQLITE_OK;
}

// One connection at a time is open on such a disk, so that there is nobody to lock out.
static int disk_lock(sqlite3_file *file, int level) { return (void)file, (void)level, SQLITE_OK; }
static int disk_is_reserved(sqlite3_file *file, int *is) { return (void)file, *is = 0, SQLITE_OK; }
static int disk_control(sqlite3_file *file, int op, void *argument) {
    return (void)file, (void)op, (void)argument, SQLITE_NOTFOUND;
}
static int disk_sector(sqlite3_file *file) { return (void)file, 4096; }
// As SQLite's own face to Unix says of its files.
static int disk_character(sqlite3_file *file) { return (void)file, SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

static int disk_map(sqlite3_file *file, int number, int size, int extend, void volatile **region) {
    disk_file *of = ((handle *)file)->file;
    *region = NULL;
    if (number >= of->region_count) {
        if (!extend) return SQLITE_OK;
        of->regions = realloc(of->regions, sizeof(void *) * (size_t)(number + 1));
        for (; of->region_count <= number; of->region_count++)
            if (!(of->regions[of->region_count] = calloc(1, (size_t)size))) abort();
    }
    *region = of->regions[number];
    return SQLITE_OK;
}
static int disk_map_lock(sqlite3_file *file, int offset, int count, int flags) {
    return (void)file, (void)offset, (void)count, (void)flags, SQLITE_OK;
}
static void disk_barrier(sqlite3_file *file) { (void)file; }
static int disk_unmap(sqlite3_file *file, int deletes) {
    if (deletes) file_drop_regions(((handle *)file)->file);
    return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
    .iVersion = 2, .xClose = disk_close, .xRead = disk_read, .xWrite = disk_write, .xTruncate = disk_truncate,
    .xSync = disk_sync, .xFileSize = disk_size, .xLock = disk_lock, .xUnlock = disk_lock,
    .xCheckReservedLock = disk_is_reserved, .xFileControl = disk_control, .xSectorSize = disk_sector,
    .xDeviceCharacteristics = disk_character, .xShmMap = disk_map, .xShmLock = disk_map_lock,
    .xShmBarrier = disk_barrier, .xShmUnmap = disk_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *granted) {
    handle *self = (handle *)file;
    self->base.pMethods = NULL;
    self->disk = vfs->pAppData;
    if (self->disk->is_dark) return SQLITE_CANTOPEN;
    self->is_temporary = name == NULL || (flags & SQLITE_OPEN_DELETEONCLOSE);
    self->file = name ? disk_find(self->disk, name) : NULL;
    if (!self->file) {
        if (!(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
        char own[32];
        sqlite3_snprintf(sizeof own, own, "temporary-%llx", (unsigned long long)disk_random(self->disk));
        self->file = disk_create(self->disk, name ? name : own);
    }
    self->base.pMethods = &methods;
    if (granted) *granted = flags;
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int syncs) {
    faulty_disk *disk = vfs->pAppData;
    (void)syncs;
    if (disk->is_dark) return SQLITE_IOERR_DELETE;
    if (!disk_find(disk, name)) return SQLITE_IOERR_DELETE_NOENT;
    disk_delete(disk, name);
    return SQLITE_OK;
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *is) {
    (void)flags;
    *is = disk_find(vfs->pAppData, name) != NULL;
    return SQLITE_OK;
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *name, int room, char *path) {
    (void)vfs;
    sqlite3_snprintf(room, path, "%s", name);
    return SQLITE_OK;
}

static int vfs_randomness(sqlite3_vfs *vfs, int count, char *bytes) {
    for (int i = 0; i < count; i++) bytes[i] = (char)disk_random(vfs->pAppData);
    return count;
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) { return (void)vfs, microseconds; }
static int vfs_time(sqlite3_vfs *vfs, double *time) { return (void)vfs, *time = 2461367.0, SQLITE_OK; }
static int vfs_last_error(sqlite3_vfs *vfs, int room, char *text) { return (void)vfs, (void)room, (void)text, 0; }

faulty_disk *faulty_disk_make(const char *name, uint64_t seed) {
    faulty_disk *disk = calloc(1, sizeof *disk);
    if (!disk || !(disk->name = strdup(name))) abort();
    disk->random = seed;
    disk->vfs = (sqlite3_vfs){
        .iVersion = 1, .szOsFile = sizeof(handle), .mxPathname = 512, .zName = disk->name, .pAppData = disk,
        .xOpen = vfs_open, .xDelete = vfs_delete, .xAccess = vfs_access, .xFullPathname = vfs_full_path,
        .xRandomness = vfs_randomness, .xSleep = vfs_sleep, .xCurrentTime = vfs_time, .xGetLastError = vfs_last_error,
    };
    sqlite3_vfs_register(&disk->vfs, 0);
    return disk;
}

void faulty_disk_free(faulty_disk *disk) {
    sqlite3_vfs_unregister(&disk->vfs);
    while (disk->files) disk_delete(disk, disk->files->name);
    free(disk->name);
    free(disk);
}

void faulty_disk_strike(faulty_disk *disk, enum faulty_kind kind, int operations, long n) {
    disk->kind = kind;
    disk->operations = operations;
    disk->strike_at = n;
    disk->count = 0;
    disk->is_struck = false;
}

bool faulty_disk_is_struck(const faulty_disk *disk) { return disk->is_struck; }
long faulty_disk_count(const faulty_disk *disk) { return disk->count; }
void faulty_disk_lie(faulty_disk *disk, bool lies) { disk->lies = lies; }

void faulty_disk_heal(faulty_disk *disk) {
    disk->is_full = false;
    disk->strike_at = 0;
}
