// A CUDA driver without a GPU, for tests: "device" memory is the host's, calls are printed, and a launch runs the kernel of that name below.
//
// Signatures are those of CUDA's documentation of the driver API. FAKE_CUDA_FAIL=FUNCTION:STATUS makes a function fail, FAKE_CUDA_GENERATION=90 says what
// the GPU is, FAKE_CUDA_DEVICES=1 how many there are.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int CUresult;
typedef int CUdevice;
typedef uint64_t CUdeviceptr;
typedef struct context *CUcontext;
typedef struct module *CUmodule;
typedef struct function *CUfunction;
typedef struct stream *CUstream;

enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, NO_DEVICE = 100, INVALID_CONTEXT = 201, NOT_FOUND = 500 };

struct context {
    int retained;
};
struct module {
    const char *image;
};
struct function {
    char name[64];
};

static int initialized;
static struct context primary;
static CUcontext current;
static long live;
static struct function functions[8];

static int number(const char *variable, int otherwise) {
    const char *text = getenv(variable);
    return text ? atoi(text) : otherwise;
}

// Prints a call, and gives the status that the test asked for.
static CUresult call(const char *name) {
    const char *fail = getenv("FAKE_CUDA_FAIL");
    size_t length = strlen(name);
    fprintf(stderr, "%s\n", name);
    if (fail && strncmp(fail, name, length) == 0 && fail[length] == ':') return atoi(fail + length + 1);
    if (!initialized && strcmp(name, "cuInit") != 0) return NOT_INITIALIZED;
    return SUCCESS;
}

#define BEGIN(name)                    \
    do {                               \
        CUresult status = call(name);  \
        if (status) return status;     \
    } while (0)
#define BEGIN_IN_CONTEXT(name)                      \
    do {                                            \
        BEGIN(name);                                \
        if (!current) return INVALID_CONTEXT;       \
    } while (0)

CUresult cuGetErrorString(CUresult error, const char **text) {
    switch (error) {
    case INVALID_VALUE: *text = "invalid argument"; return SUCCESS;
    case OUT_OF_MEMORY: *text = "out of memory"; return SUCCESS;
    case NOT_INITIALIZED: *text = "initialization error"; return SUCCESS;
    case NO_DEVICE: *text = "no CUDA-capable device is detected"; return SUCCESS;
    case INVALID_CONTEXT: *text = "invalid device context"; return SUCCESS;
    case 218: *text = "a PTX JIT compilation failed"; return SUCCESS;
    case NOT_FOUND: *text = "named symbol not found"; return SUCCESS;
    case 700: *text = "an illegal memory access was encountered"; return SUCCESS;
    default: *text = NULL; return INVALID_VALUE;
    }
}

CUresult cuInit(unsigned flags) {
    BEGIN("cuInit");
    if (flags != 0) return INVALID_VALUE;
    initialized = 1;
    return SUCCESS;
}

CUresult cuDeviceGetCount(int *count) {
    BEGIN("cuDeviceGetCount");
    *count = number("FAKE_CUDA_DEVICES", 1);
    return SUCCESS;
}

CUresult cuDeviceGet(CUdevice *device, int ordinal) {
    BEGIN("cuDeviceGet");
    if (ordinal >= number("FAKE_CUDA_DEVICES", 1)) return INVALID_VALUE;
    // Numbers of devices need not be those that programs count by.
    *device = ordinal + 40;
    return SUCCESS;
}

CUresult cuDeviceGetAttribute(int *value, int attribute, CUdevice device) {
    BEGIN("cuDeviceGetAttribute");
    if (device < 40) return INVALID_VALUE;
    int generation = number("FAKE_CUDA_GENERATION", 90);
    if (attribute == 75) *value = generation / 10;
    else if (attribute == 76) *value = generation % 10;
    else return INVALID_VALUE;
    return SUCCESS;
}

CUresult cuDevicePrimaryCtxRetain(CUcontext *context, CUdevice device) {
    BEGIN("cuDevicePrimaryCtxRetain");
    if (device < 40) return INVALID_VALUE;
    primary.retained++;
    *context = &primary;
    return SUCCESS;
}

CUresult cuDevicePrimaryCtxRelease_v2(CUdevice device) {
    BEGIN("cuDevicePrimaryCtxRelease_v2");
    if (device < 40 || primary.retained == 0) return INVALID_VALUE;
    primary.retained--;
    fprintf(stderr, "at the end: %ld bytes, %d contexts\n", live, primary.retained);
    return SUCCESS;
}

CUresult cuCtxSetCurrent(CUcontext context) {
    BEGIN("cuCtxSetCurrent");
    if (context != &primary) return INVALID_CONTEXT;
    current = context;
    return SUCCESS;
}

// The size is kept before the memory.
CUresult cuMemAlloc_v2(CUdeviceptr *pointer, size_t size) {
    BEGIN_IN_CONTEXT("cuMemAlloc_v2");
    if (size == 0) return INVALID_VALUE;
    size_t *block = malloc(size + 16);
    *block = size;
    memset(block + 2, 0xAA, size);
    live += size;
    *pointer = (CUdeviceptr)(uintptr_t)(block + 2);
    return SUCCESS;
}

CUresult cuMemFree_v2(CUdeviceptr pointer) {
    BEGIN_IN_CONTEXT("cuMemFree_v2");
    size_t *block = (size_t *)(uintptr_t)pointer - 2;
    live -= *block;
    free(block);
    return SUCCESS;
}

CUresult cuMemsetD8_v2(CUdeviceptr pointer, unsigned char byte, size_t count) {
    BEGIN_IN_CONTEXT("cuMemsetD8_v2");
    memset((void *)(uintptr_t)pointer, byte, count);
    return SUCCESS;
}

CUresult cuMemcpyHtoD_v2(CUdeviceptr target, const void *source, size_t count) {
    BEGIN_IN_CONTEXT("cuMemcpyHtoD_v2");
    memcpy((void *)(uintptr_t)target, source, count);
    return SUCCESS;
}

CUresult cuMemcpyDtoH_v2(void *target, CUdeviceptr source, size_t count) {
    BEGIN_IN_CONTEXT("cuMemcpyDtoH_v2");
    memcpy(target, (void *)(uintptr_t)source, count);
    return SUCCESS;
}

CUresult cuModuleLoadData(CUmodule *module, const void *image) {
    BEGIN_IN_CONTEXT("cuModuleLoadData");
    const char *target = strstr(image, ".target ");
    if (!target) return 218;
    fprintf(stderr, "loaded %.*s\n", (int)strcspn(target, "\n"), target);
    *module = malloc(sizeof **module);
    (*module)->image = image;
    return SUCCESS;
}

CUresult cuModuleUnload(CUmodule module) {
    BEGIN_IN_CONTEXT("cuModuleUnload");
    free(module);
    return SUCCESS;
}

CUresult cuModuleGetFunction(CUfunction *function, CUmodule module, const char *name) {
    BEGIN_IN_CONTEXT("cuModuleGetFunction");
    char entry[96];
    snprintf(entry, sizeof entry, ".entry %s(", name);
    if (!strstr(module->image, entry)) return NOT_FOUND;
    for (struct function *known = functions; known < functions + 8; known++) {
        if (known->name[0] == 0) snprintf(known->name, sizeof known->name, "%s", name);
        if (strcmp(known->name, name) == 0) {
            *function = known;
            return SUCCESS;
        }
    }
    return OUT_OF_MEMORY;
}

// What the kernels of the tests do.

static void saxpy(void **arguments, long threads) {
    int64_t n = *(int64_t *)arguments[0];
    double a = *(double *)arguments[1];
    double *x = *(double **)arguments[2], *y = *(double **)arguments[3];
    for (long i = 0; i < threads && i < n; i++) y[i] += a * x[i];
}

static void block_sum(void **arguments, long blocks, long threads) {
    int64_t n = *(int64_t *)arguments[0];
    double *values = *(double **)arguments[1], *sums = *(double **)arguments[2];
    for (long block = 0; block < blocks; block++) {
        sums[block] = 0;
        for (long i = block * threads; i < (block + 1) * threads && i < n; i++) sums[block] += values[i];
    }
}

static void show(void **arguments) {
    fprintf(
        stderr,
        "show(%lld, %g, %d, %d, %u, %lld)\n",
        (long long)*(int64_t *)arguments[0],
        *(double *)arguments[1],
        *(uint8_t *)arguments[2],
        *(int32_t *)arguments[3],
        *(uint16_t *)arguments[4],
        (long long)**(int64_t **)arguments[5]
    );
}

CUresult cuLaunchKernel(
    CUfunction function, unsigned grid_x, unsigned grid_y, unsigned grid_z, unsigned block_x, unsigned block_y, unsigned block_z,
    unsigned shared, CUstream stream, void **arguments, void **extra
) {
    BEGIN_IN_CONTEXT("cuLaunchKernel");
    fprintf(stderr, "launch %s (%u, %u, %u) (%u, %u, %u)\n", function->name, grid_x, grid_y, grid_z, block_x, block_y, block_z);
    if (shared != 0 || stream || extra) return INVALID_VALUE;
    if (grid_y > 65535 || grid_z > 65535) return INVALID_VALUE;
    if ((uint64_t)block_x * block_y * block_z > 1024) return INVALID_VALUE;
    if (strcmp(function->name, "saxpy") == 0) saxpy(arguments, (long)grid_x * block_x);
    else if (strcmp(function->name, "block_sum") == 0) block_sum(arguments, grid_x, block_x);
    else if (strcmp(function->name, "show") == 0) show(arguments);
    return SUCCESS;
}

CUresult cuCtxSynchronize(void) {
    BEGIN_IN_CONTEXT("cuCtxSynchronize");
    return SUCCESS;
}
