using System.Runtime.InteropServices;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A text that several states share, outside of the collected heap because the engine keeps the states. The default value is NULL.
/// </summary>
internal readonly unsafe struct NativeText
{
    private readonly Header* _text;

    private NativeText(Header* text) => _text = text;

    public bool IsNull => _text == null;

    public ReadOnlySpan<byte> Bytes => IsNull ? [] : new ReadOnlySpan<byte>(_text + 1, _text->Length);

    /// <summary>A copy, with one owner.</summary>
    public static NativeText Of(ReadOnlySpan<byte> bytes)
    {
        var text = (Header*)NativeMemory.Alloc((nuint)(sizeof(Header) + bytes.Length));
        (text->Owners, text->Length) = (1, bytes.Length);
        bytes.CopyTo(new Span<byte>(text + 1, bytes.Length));
        return new NativeText(text);
    }

    /// <summary>The same text, with one owner more.</summary>
    public NativeText Share()
    {
        if (!IsNull)
            Interlocked.Increment(ref _text->Owners);
        return this;
    }

    /// <summary>One owner less; the last one frees it.</summary>
    public void Release()
    {
        if (!IsNull && Interlocked.Decrement(ref _text->Owners) == 0)
            NativeMemory.Free(_text);
    }

    private struct Header
    {
        public int Owners;
        public int Length;
    }
}
