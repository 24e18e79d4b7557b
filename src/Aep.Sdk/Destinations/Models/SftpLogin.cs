namespace Aep.Sdk.Destinations;

/// <summary>An SFTP server and who writes to it: <c>SftpLogin.WithSshKey("sftp.example.com", "user", key)</c>.</summary>
public sealed record SftpLogin
{
    private SftpLogin(string domain, string userName, Secret? password, Secret? sshKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(domain);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        (Domain, UserName, Password, SshKey) = (domain, userName, password, sshKey);
    }

    /// <summary>
    /// The server's name or address. Experience Platform's connection has neither a host nor a port besides: both were parameters of the
    /// destination that came before this one.
    /// </summary>
    public string Domain { get; }

    /// <summary>The user.</summary>
    public string UserName { get; }

    /// <summary>The password; null with a key.</summary>
    public Secret? Password { get; }

    /// <summary>The private key, Base64; null with a password.</summary>
    public Secret? SshKey { get; }

    /// <summary>A login with a password.</summary>
    /// <param name="domain">The server.</param>
    /// <param name="userName">The user.</param>
    /// <param name="password">The password.</param>
    public static SftpLogin WithPassword(string domain, string userName, Secret password) =>
        new(domain, userName, password ?? throw new ArgumentNullException(nameof(password)), null);

    /// <summary>A login with a private key.</summary>
    /// <param name="domain">The server.</param>
    /// <param name="userName">The user.</param>
    /// <param name="sshKey">The private key, Base64.</param>
    public static SftpLogin WithSshKey(string domain, string userName, Secret sshKey) =>
        new(domain, userName, null, sshKey ?? throw new ArgumentNullException(nameof(sshKey)));
}
