using System.IO.Pipelines;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>A TLS stream as the pipe that Kestrel and the PostgreSQL endpoint read and write.</summary>
internal sealed class StreamDuplexPipe(Stream stream) : IDuplexPipe
{
    public PipeReader Input { get; } = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));

    public PipeWriter Output { get; } = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
}
