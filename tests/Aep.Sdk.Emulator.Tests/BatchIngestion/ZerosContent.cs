using System.Net;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

/// <summary>A body of many zeros, made while it is sent.</summary>
internal sealed class ZerosContent(long length, bool statesLength) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] block = new byte[1 << 20];
        for (long sent = 0; sent < length; sent += block.Length)
            await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, length - sent)));
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return statesLength;
    }
}
