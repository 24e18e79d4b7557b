using System.Text;
using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.Tests.LandingZones;

/// <summary>The checksums of "123456789", as the catalogues of their algorithms have them.</summary>
public sealed class ChecksumTests
{
    public static TheoryData<string, string> Known => new()
    {
        { nameof(ChecksumKind.Md5), "25F9E794323B453885F5181F1B624D0B" },
        { nameof(ChecksumKind.Crc64Nvme), "AE8B14860A799888" },
        { nameof(ChecksumKind.Crc32), "CBF43926" },
        { nameof(ChecksumKind.Crc32C), "E3069283" },
        { nameof(ChecksumKind.Sha1), "F7C3BC1D808E04732ADF679965CCC34CA7AE3441" },
        { nameof(ChecksumKind.Sha256), "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void AChecksumIsTheOneThatTheStorageWrites(string kind, string expected)
    {
        var algorithm = (ChecksumKind)typeof(ChecksumKind).GetProperty(kind)!.GetValue(null)!;
        byte[] content = Encoding.ASCII.GetBytes("123456789");
        Assert.Equal(expected, Convert.ToHexString(algorithm.Of(content)));

        using Checksum pieces = algorithm.Begin();
        pieces.Append(content.AsSpan(0, 4));
        pieces.Append(content.AsSpan(4));
        Assert.Equal(expected, Convert.ToHexString(pieces.Result()));
        Assert.Equal(expected, Convert.ToHexString(pieces.Result())); // asking does not change it
    }
}
