using System.Runtime.InteropServices;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// What the engine's C interface calls of an aggregate. A state is memory of the engine's, as large as <see cref="Size"/> says.
/// </summary>
internal static unsafe class AggregateCallbacks
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate nuint Size(nint info);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Begin(nint info, nint state);

    /// <summary>Adds each row of a chunk to the state beside it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Update(nint info, nint chunk, nint* states);

    /// <summary>Appends each source to the target beside it.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Combine(nint info, nint* sources, nint* targets, nuint count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Finish(nint info, nint* states, nint vector, nuint count, nuint offset);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Destroy(nint* states, nuint count);
}
