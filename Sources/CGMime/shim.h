#ifndef CGMIME_SHIM_H
#define CGMIME_SHIM_H

#include <gmime/gmime.h>
#include <errno.h>
#include <iconv.h>
#include <stdint.h>

// Swift sees neither GObject's cast macros nor glib's macro functions; these wrappers stand in for them.

typedef enum {
    CGMIME_LEAF,
    CGMIME_MULTIPART,
    CGMIME_MESSAGE,
} CGMimeKind;

static inline void cgmime_unref(void *object) {
    if (object) g_object_unref(object);
}

static inline void cgmime_free(void *memory) {
    g_free(memory);
}

static inline GMimeParserOptions *cgmime_options_new(void) {
    // Headers with raw 8-bit text declare no charset: UTF-8 if it is that, else what most mailers of that kind meant.
    const char *fallbacks[] = {"utf-8", "windows-1252", NULL};
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    g_mime_parser_options_set_allow_addresses_without_domain(options, TRUE);
    return options;
}

/// Parses one message; the parts keep reading from the copied bytes. NULL if there is no message to find.
static inline GMimeMessage *cgmime_parse(GMimeParserOptions *options, const uint8_t *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    g_object_unref(parser);
    g_object_unref(stream);
    return message;
}

static inline GMimeObject *cgmime_message_root(GMimeMessage *message) {
    return g_mime_message_get_mime_part(message);
}

static inline GMimeHeaderList *cgmime_headers(void *object) {
    return g_mime_object_get_header_list(GMIME_OBJECT(object));
}

static inline CGMimeKind cgmime_kind(GMimeObject *object) {
    if (GMIME_IS_MULTIPART(object)) return CGMIME_MULTIPART;
    if (GMIME_IS_MESSAGE_PART(object)) return CGMIME_MESSAGE;
    return CGMIME_LEAF;
}

static inline int cgmime_multipart_count(GMimeObject *object) {
    return g_mime_multipart_get_count(GMIME_MULTIPART(object));
}

static inline GMimeObject *cgmime_multipart_child(GMimeObject *object, int index) {
    return g_mime_multipart_get_part(GMIME_MULTIPART(object), index);
}

/// What stands before the first boundary; all there is when no boundary was ever found.
static inline const char *cgmime_multipart_prologue(GMimeObject *object) {
    return g_mime_multipart_get_prologue(GMIME_MULTIPART(object));
}

static inline const char *cgmime_filename(GMimeObject *object) {
    if (GMIME_IS_PART(object)) return g_mime_part_get_filename(GMIME_PART(object));
    const char *name = g_mime_object_get_content_disposition_parameter(object, "filename");
    return name ? name : g_mime_object_get_content_type_parameter(object, "name");
}

static inline char *cgmime_media_type(GMimeObject *object) {
    return g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
}

/// Base64 as it stands in the mail, decoded to the last byte even where its padding was lost on the way.
static inline void cgmime_decode_base64(GMimeDataWrapper *content, GByteArray *array) {
    GByteArray *encoded = g_byte_array_new();
    GMimeStream *sink = g_mime_stream_mem_new_with_byte_array(encoded);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(sink), FALSE);
    GMimeStream *source = g_mime_data_wrapper_get_stream(content);
    g_mime_stream_reset(source);
    g_mime_stream_write_to_stream(source, sink);
    g_object_unref(sink);
    g_byte_array_append(encoded, (const guint8 *)"==", 2);
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, GMIME_CONTENT_ENCODING_BASE64);
    g_byte_array_set_size(array, (guint)g_mime_encoding_outlen(&state, encoded->len));
    size_t written = g_mime_encoding_step(&state, (const char *)encoded->data, encoded->len, (char *)array->data);
    g_byte_array_set_size(array, (guint)written);
    g_byte_array_free(encoded, TRUE);
}

/// The content with its transfer encoding undone. The caller frees the array.
static inline GByteArray *cgmime_decoded_content(GMimeObject *object) {
    GByteArray *array = g_byte_array_new();
    GMimeDataWrapper *content = GMIME_IS_PART(object) ? g_mime_part_get_content(GMIME_PART(object)) : NULL;
    if (!content) return array;
    if (g_mime_data_wrapper_get_encoding(content) == GMIME_CONTENT_ENCODING_BASE64) {
        cgmime_decode_base64(content, array);
        return array;
    }
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    return array;
}

/// The object as it came, headers and all; of a message part the message inside. The caller frees the array.
static inline GByteArray *cgmime_written(void *object, GMimeFormatOptions *format) {
    GByteArray *array = g_byte_array_new();
    if (GMIME_IS_MESSAGE_PART(object)) object = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (!object) return array;
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(array);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_object_write_to_stream(GMIME_OBJECT(object), format, stream);
    g_object_unref(stream);
    return array;
}

static inline void cgmime_array_free(GByteArray *array) {
    g_byte_array_free(array, TRUE);
}

static inline gboolean cgmime_is_group(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_GROUP(address);
}

static inline InternetAddressList *cgmime_group_members(InternetAddress *address) {
    return internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address));
}

static inline const char *cgmime_mailbox_address(InternetAddress *address) {
    return internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
}

/// Opens a converter to UTF-8, or NULL for a charset nobody knows.
static inline void *cgmime_converter_open(const char *charset) {
    iconv_t converter = iconv_open("UTF-8", charset);
    return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

/// Converts as much as it can; 0 when all was converted, else the errno. Both cursors move on.
static inline int cgmime_convert(
    void *converter, const uint8_t **input, size_t *input_left, uint8_t **output, size_t *output_left) {
    size_t result = iconv((iconv_t)converter, (char **)input, input_left, (char **)output, output_left);
    return result == (size_t)-1 ? errno : 0;
}

static inline void cgmime_converter_close(void *converter) {
    iconv_close((iconv_t)converter);
}

/// A leaf that holds a copy of the bytes, to be encoded for transport as told.
static inline GMimeObject *cgmime_part_new(
    const char *type, const char *subtype, const uint8_t *bytes, size_t count, GMimeContentEncoding encoding) {
    GMimePart *part = g_mime_part_new_with_type(type, subtype);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, count);
    GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_mime_part_set_content(part, content);
    g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(content);
    g_object_unref(stream);
    return GMIME_OBJECT(part);
}

static inline void cgmime_part_set_filename(GMimeObject *part, const char *name) {
    g_mime_part_set_filename(GMIME_PART(part), name);
}

static inline GMimeObject *cgmime_multipart_new(const char *subtype, const char *boundary) {
    GMimeMultipart *multipart = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(multipart, boundary);
    return GMIME_OBJECT(multipart);
}

static inline void cgmime_multipart_add(GMimeObject *multipart, GMimeObject *part) {
    g_mime_multipart_add(GMIME_MULTIPART(multipart), part);
}

static inline void cgmime_set_header(void *object, const char *name, const char *value) {
    g_mime_object_set_header(GMIME_OBJECT(object), name, value, "utf-8");
}

/// Sets a header that stands in the mail as it is, neither encoded nor folded: a link that programs read would be lost else.
static inline void cgmime_set_plain_header(void *object, const char *name, const char *value) {
    cgmime_set_header(object, name, value);
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(object));
    GMimeHeader *header = g_mime_header_list_get_header(headers, name);
    char *raw = g_strconcat(" ", value, "\n", NULL);
    if (header) g_mime_header_set_raw_value(header, raw);
    g_free(raw);
}

/// Sets the date as told, in the zone told (seconds east of Greenwich).
static inline void cgmime_message_set_date(GMimeMessage *message, int64_t unix_seconds, int offset_seconds) {
    GTimeZone *zone = g_time_zone_new_offset(offset_seconds);
    GDateTime *utc = g_date_time_new_from_unix_utc(unix_seconds);
    GDateTime *local = utc ? g_date_time_to_timezone(utc, zone) : NULL;
    if (local) g_mime_message_set_date(message, local);
    if (local) g_date_time_unref(local);
    if (utc) g_date_time_unref(utc);
    g_time_zone_unref(zone);
}

static inline GMimeFormatOptions *cgmime_crlf_format(void) {
    GMimeFormatOptions *format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    g_mime_format_options_set_param_encoding_method(format, GMIME_PARAM_ENCODING_METHOD_RFC2231);
    return format;
}

#endif
