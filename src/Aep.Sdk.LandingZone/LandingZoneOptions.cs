namespace Aep.Sdk.LandingZones;

/// <summary>How files are moved to and from a landing zone.</summary>
public sealed record LandingZoneOptions
{
    private readonly int _blockSize = 8 * 1024 * 1024;
    private readonly int _maxParallelFiles = 4;

    /// <summary>
    /// Bytes of a piece that is sent, checked and, after a fault, sent again: 8 MiB unless set, at least 5 MiB (Amazon S3's minimum).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 5 MiB.</exception>
    public int BlockSize
    {
        get => _blockSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 5 * 1024 * 1024);
            _blockSize = value;
        }
    }

    /// <summary>How many files of a folder are moved at the same time: 4 unless set. Each needs memory for one block.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxParallelFiles
    {
        get => _maxParallelFiles;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxParallelFiles = value;
        }
    }

    /// <summary>How long before their end credentials are renewed: 5 minutes unless set.</summary>
    public TimeSpan RenewBefore { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The region of the bucket, for landing zones on Amazon S3.</summary>
    public string S3Region { get; init; } = "us-east-1";

    /// <summary>Another address than Amazon's for landing zones on Amazon S3, such as that of the local platform.</summary>
    public Uri? S3Endpoint { get; init; }

    /// <summary>A certificate (PEM) that alone is trusted, for the local platform. Opened from a client, its options count.</summary>
    public string? TrustedCertificateFile { get; init; }

    /// <summary>
    /// How long a request to the storage may stand still before it is given up and tried again: 2 minutes unless set. Opened from a client,
    /// its options count.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
