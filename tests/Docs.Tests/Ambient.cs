namespace Docs.Tests;

/// <summary>Names that the pages use without declaring them: what the text around a block has introduced.</summary>
public static class Ambient
{
    public static CancellationToken cancellationToken => CancellationToken.None;
}
