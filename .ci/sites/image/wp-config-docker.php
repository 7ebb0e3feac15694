<?php
// The contract of the official image's file: each value is an environment variable or the file that NAME_FILE names.
function getenv_docker($name, $default)
{
    $file = getenv($name . '_FILE');
    if ($file) {
        return rtrim(file_get_contents($file), "\r\n");
    }
    $value = getenv($name);
    return $value === false ? $default : $value;
}

foreach (array('NAME' => 'wordpress', 'USER' => '', 'PASSWORD' => '', 'HOST' => 'mysql', 'CHARSET' => 'utf8', 'COLLATE' => '') as $name => $default) {
    define("DB_$name", getenv_docker("WORDPRESS_DB_$name", $default));
}
foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $name) {
    foreach (array('KEY', 'SALT') as $kind) {
        define("{$name}_$kind", getenv_docker("WORDPRESS_{$name}_$kind", 'put your unique phrase here'));
    }
}
$table_prefix = getenv_docker('WORDPRESS_TABLE_PREFIX', 'wp_');
define('WP_DEBUG', (bool) getenv_docker('WORDPRESS_DEBUG', ''));
if (isset($_SERVER['HTTP_X_FORWARDED_PROTO']) && strpos($_SERVER['HTTP_X_FORWARDED_PROTO'], 'https') !== false) {
    $_SERVER['HTTPS'] = 'on';
}
$extra = getenv_docker('WORDPRESS_CONFIG_EXTRA', '');
if ($extra) {
    eval($extra);
}
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
